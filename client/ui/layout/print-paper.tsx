import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { usePageTitle } from '../../platform/page/page-title.js';
import { useT } from '../../platform/text/i18n.js';
import { Button, ButtonLink } from '../form/button.js';
import { LogoMark } from './app-logo.js';
import classes from './print-paper.module.css';

type PrintPaperProps = {
  organisation: string;
  /** Under the organisation: who gives this out. */
  office?: string | undefined;
  /** At the right of the head. */
  state: readonly string[];
  title: string;
  /** Below the title. */
  facts: readonly string[];
  /** At the head of all pages but the first. */
  running: string;
  /** At the foot of each page, beside its number: when it was printed. */
  printed: string;
  back: string;
  /** Beside printing: the same as a file. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A sheet of A4 as it is printed, shown on screen first; the browser is asked to print once it is there. */
export function PrintPaper(props: PrintPaperProps) {
  const { organisation, office, state, title, facts, running, printed, back, actions, children } = props;
  const t = useT('ui');
  usePageTitle(title);
  usePageBoxes(running, printed);
  useEffect(() => {
    void document.fonts.ready.then(() => window.print());
  }, []);
  return (
    <div className={classes.desk} data-mantine-color-scheme="light">
      <header className={classes.bar}>
        <ButtonLink icon={<IconArrowLeft aria-hidden="true" />} to={back}>
          {t('print.back')}
        </ButtonLink>
        <div className={classes.actions}>
          {actions}
          <Button kind="primary" icon={<IconPrinter aria-hidden="true" />} onClick={() => window.print()}>
            {t('print.print')}
          </Button>
        </div>
      </header>
      <main id="content" tabIndex={-1} className={classes.sheet}>
        <header className={classes.head}>
          <LogoMark size={44} />
          <div className={classes.who}>
            <strong>{organisation}</strong>
            {office && <span>{office}</span>}
          </div>
          <div className={classes.state}>
            {state.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </div>
        </header>
        <div className={classes.title}>
          <h1>{title}</h1>
          {facts.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        {children}
      </main>
    </div>
  );
}

/** While all of it is on its way: printing a part would give it out for the whole. */
export function PrintPaperLoading({ children }: { children: ReactNode }) {
  return (
    <div className={classes.desk} data-mantine-color-scheme="light">
      <main id="content" tabIndex={-1} className={classes.sheet}>
        {children}
      </main>
    </div>
  );
}

/** What stands in the margins of the pages: a browser has places for it, and numbers the pages itself. */
function usePageBoxes(running: string, printed: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    const box = 'font: 8pt "Be Vietnam Pro", sans-serif; color: #475262';
    sheet.replaceSync(`
      @page { size: A4 portrait; margin: 16mm 15mm 18mm;
        @top-left { content: ${cssText(running)}; ${box} }
        @bottom-left { content: ${cssText(printed)}; ${box} }
        @bottom-right { content: counter(page) "/" counter(pages); ${box} } }
      @page :first { @top-left { content: none } }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [running, printed]);
}

const cssText = (text: string): string =>
  `"${text.replace(/[\\"\n]/g, (letter) => (letter === '\n' ? ' ' : `\\${letter}`))}"`;
