import { QRCodeSVG } from 'qrcode.react';
import classes from './qr-code.module.css';

type QrCodeProps = {
  value: string;
  /** What it leads to, for screen readers. */
  label: string;
  /** Width of the white card around it, as a CSS length. */
  width: string;
};

/** Dark on a white card in both schemes: many phones do not read a code that is light on dark. */
export function QrCode({ value, label, width }: QrCodeProps) {
  return (
    <span className={classes.card} style={{ width }}>
      <QRCodeSVG
        value={value}
        level="M"
        fgColor="#0B2545"
        bgColor="#FFFFFF"
        className={classes.code}
        role="img"
        aria-label={label}
      />
    </span>
  );
}
