import { test } from '../support/browser.js';
import { lookAt } from '../support/look-at.js';
import { peopleScreens } from '../support/people-screens.js';
import { qnaScreens } from '../support/qna-screens.js';
import { screens } from '../support/screens.js';

test.describe.configure({ mode: 'parallel' });

for (const screen of [...screens, ...peopleScreens, ...qnaScreens]) lookAt(screen);
