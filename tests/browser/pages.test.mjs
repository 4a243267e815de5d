// The sites that `.ci/judge-browser` was given, page by page.
import { judgePages } from './pages.mjs';
import { sites } from './site.mjs';

sites().forEach(judgePages);
