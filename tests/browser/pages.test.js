// The sites that `.ci/judge-browser` was given, page by page.
import { judgePages } from './pages.js';
import { sites } from './site.js';

sites().forEach(judgePages);
