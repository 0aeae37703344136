import type { ReactNode } from 'react';
import { LogoMark } from './app-logo.js';
import { ConnectionBanner } from './connection-banner.js';
import classes from './entrance-frame.module.css';
import { LighthouseScene } from './lighthouse-scene.js';
import { LanguageSwitch } from './preferences.js';

const PRODUCT = 'Hải Đăng';

type EntranceFrameProps = {
  /** What waits inside, in one sentence beside the lighthouse. */
  promise: string;
  children: ReactNode;
  footer?: ReactNode;
};

/** Around the pages that lead in: the lighthouse, the language, and a sheet with what there is to fill in. */
export function EntranceFrame({ promise, children, footer }: EntranceFrameProps) {
  return (
    <div className={classes.page}>
      <header className={classes.hero} data-on-deep="">
        <LighthouseScene sweeping />
        <div className={classes.words}>
          <p className={classes.brand} translate="no">
            <LogoMark size={46} />
            {PRODUCT}
          </p>
          <p className={classes.promise}>{promise}</p>
        </div>
      </header>
      <LanguageSwitch className={classes.language} />
      <div className={classes.sheet}>
        <ConnectionBanner />
        <main id="content" tabIndex={-1} className={classes.content}>
          {children}
        </main>
        {footer && <footer className={classes.footer}>{footer}</footer>}
      </div>
    </div>
  );
}
