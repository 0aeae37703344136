import { routes as account } from '../account/account.routes.js';
import { routes as builder } from '../contest/builder/builder.routes.js';
import { routes as inspection } from '../contest/inspection/inspection.routes.js';
import { routes as contest } from '../contest/contest.routes.js';
import { routes as turnout } from '../contest/turnout/turnout.routes.js';
import { routes as home } from '../home/home.routes.js';
import { routes as operation } from '../operation/operation.routes.js';
import type { Session } from '../platform/api/session.js';
import type { Audience, Screen } from '../platform/page/screen.js';
import { routes as qna } from '../qna/qna.routes.js';
import { routes as questionBank } from '../question-bank/question-bank.routes.js';

/** Every page there is, in the order of the menus. What each says of who may open it makes guards and menus. */
export const screens: readonly Screen[] = [
  ...home,
  ...contest,
  ...builder,
  ...inspection,
  ...questionBank,
  ...qna,
  ...turnout,
  ...account,
  ...operation,
  // The parts on show: reachable everywhere, linked from nowhere.
  { path: '/dev/kit', shell: 'public', for: 'everybody', lazy: () => import('../dev/kit.page.js') },
];

/** Whether this session may open what is for that audience. The server has the last word on everything in it. */
export function mayOpen(audience: Audience, { member, can }: Pick<Session, 'member' | 'can'>): boolean {
  if (audience === 'everybody') return true;
  return member !== null && (audience === 'members' || can[audience]);
}

/** The organiser's pages that this session may open and that stand in the menu. */
export function organiserMenu(session: Pick<Session, 'member' | 'can'>): { to: string; name: string }[] {
  return screens.flatMap(({ path, menu, for: audience }) =>
    menu !== undefined && mayOpen(audience, session) ? [{ to: path, name: menu }] : [],
  );
}
