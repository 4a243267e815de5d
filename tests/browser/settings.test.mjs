// The pages of a series that uses each setting.
import { after } from 'node:test';
import { judgePages } from './pages.mjs';
import { fullProject } from './project.mjs';

const project = fullProject();
judgePages(project.output);
after(() => project.remove());
