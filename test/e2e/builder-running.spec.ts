import { test } from '../support/browser.js';
import { lookAt } from '../support/look-at.js';
import { screens } from '../support/screens.js';

test.describe.configure({ retries: 1 });

// Apart and early, in a world no other test has moved in time: late in a long run axe does not come back from this page.
for (const screen of screens) if (screen.name === 'contest builder, running contest') lookAt(screen);
