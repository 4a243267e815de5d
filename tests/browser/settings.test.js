// The pages of a series that uses each setting.
import { after } from 'node:test';
import { judgePages } from './pages.js';
import { fullProject } from './project.js';

const project = fullProject();
judgePages(project.output);
after(() => project.remove());
