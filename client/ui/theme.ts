import {
  createTheme,
  defaultVariantColorsResolver,
  rem,
  virtualColor,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const colors: Record<string, MantineColorsTuple> = {
  navy: [
    '#EEF4FB',
    '#DAE7F5',
    '#B4CEEA',
    '#88B0DB',
    '#5A8FCA',
    '#3A76B8',
    '#2460A3',
    '#1A4A82',
    '#133763',
    '#0B2545',
  ],
  amber: [
    '#FFF8EA',
    '#FEEECB',
    '#FDDD9C',
    '#FBCA6C',
    '#F6B042',
    '#E1991F',
    '#BE7A0C',
    '#945A07',
    '#6F4406',
    '#4B2E05',
  ],
  red: [
    '#FFF1F0',
    '#FFDEDD',
    '#FBBABA',
    '#F58D8E',
    '#EE6265',
    '#E5383B',
    '#C92A2D',
    '#A52023',
    '#801A1C',
    '#5B1213',
  ],
  teal: [
    '#E9F8F5',
    '#CDEFE8',
    '#9FDFD2',
    '#68CAB8',
    '#37B09C',
    '#189682',
    '#0C7A69',
    '#0A6256',
    '#094D44',
    '#073932',
  ],
  plum: [
    '#FBF0F6',
    '#F4DCE9',
    '#E7B6D0',
    '#D58BB2',
    '#C06595',
    '#AC4A80',
    '#98376D',
    '#7B2B58',
    '#5E2143',
    '#42172F',
  ],
  gray: [
    '#FBFAF7',
    '#F4F2ED',
    '#E9E6DF',
    '#D8D5CD',
    '#B5B5B2',
    '#868C95',
    '#616B7A',
    '#475262',
    '#2E3A4B',
    '#182435',
  ],
  dark: [
    '#E8EEF7',
    '#C4D0E1',
    '#9FB0C8',
    '#7A8EAB',
    '#2C4264',
    '#20344F',
    '#14263F',
    '#0A1A30',
    '#071426',
    '#040D1A',
  ],
};

/** The primary shade is one for all colours; these are the shades that read well when filled. */
const filledShade: Record<string, number> = { amber: 4, red: 6, teal: 6, plum: 6, gray: 7 };
const variantColorResolver: VariantColorsResolver = (input) => {
  const name = input.color ?? input.theme.primaryColor;
  const shade = input.variant === 'filled' ? filledShade[name] : undefined;
  return defaultVariantColorsResolver(shade === undefined ? input : { ...input, color: `${name}.${shade}` });
};

const buttonHeights: Record<string, string> = { sm: rem(36), md: rem(44), lg: rem(52) };

export const theme = createTheme({
  colors: {
    ...colors,
    // Virtual, so that the text on it is chosen per scheme: white on navy 9, dark on navy 3.
    primary: virtualColor({ name: 'primary', light: 'navy', dark: 'navy' }),
  },
  primaryColor: 'primary',
  primaryShade: { light: 9, dark: 3 },
  variantColorResolver,
  autoContrast: true,
  luminanceThreshold: 0.3,
  white: '#FFFFFF',
  black: '#182435',
  fontFamily: '"Be Vietnam Pro", -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif',
  fontSizes: { xs: rem(12), sm: rem(14), md: rem(16), lg: rem(18), xl: rem(20) },
  lineHeights: { xs: '1.5', sm: '1.55', md: '1.6', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '700',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: rem(30), lineHeight: '1.3' },
      h2: { fontSize: rem(20), lineHeight: '1.4' },
      h3: { fontSize: rem(16), lineHeight: '1.45', fontWeight: '600' },
      h4: { fontSize: rem(14), lineHeight: '1.5', fontWeight: '600' },
    },
  },
  spacing: { xs: rem(8), sm: rem(12), md: rem(16), lg: rem(24), xl: rem(32) },
  radius: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  defaultRadius: 'md',
  shadows: {
    xs: 'var(--sh-xs)',
    sm: 'var(--sh-sm)',
    md: 'var(--sh-md)',
    lg: 'var(--sh-lg)',
    xl: 'var(--sh-lg)',
  },
  breakpoints: { xs: '30em', sm: '48em', md: '64em', lg: '80em', xl: '90em' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Plain objects: importing the parts for `Part.extend` would put them into every page's first load.
  components: {
    Button: {
      defaultProps: { size: 'md' },
      vars: (_theme: unknown, { size }: { size?: unknown }) => {
        const height = typeof size === 'string' ? buttonHeights[size] : undefined;
        return { root: height ? { '--button-height': height } : {} };
      },
    },
    Input: {
      defaultProps: { size: 'md' },
      vars: (_theme: unknown, { size }: { size?: unknown }) => ({
        wrapper:
          size === 'md' ? { '--input-height': 'var(--field-height)', '--input-fz': 'var(--field-font)' } : {},
      }),
    },
    InputWrapper: { defaultProps: { size: 'md' } },
    Badge: { defaultProps: { variant: 'light', tt: 'none', fw: 500 } },
    Checkbox: { defaultProps: { radius: 6 } },
    Switch: { defaultProps: { color: 'teal.6', size: 'md', withThumbIndicator: false } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#FBFAF7',
    '--mantine-color-text': '#182435',
    '--mantine-color-dimmed': '#616B7A',
    '--mantine-color-placeholder': '#616B7A',
    '--mantine-color-default-border': '#D8D5CD',
    '--mantine-color-anchor': '#2460A3',
    '--mantine-color-error': '#A52023',
    '--mantine-color-primary-light': '#EEF4FB',
    '--mantine-color-primary-light-hover': '#DAE7F5',
    '--mantine-color-primary-light-color': '#1A4A82',
  },
  dark: {
    '--mantine-color-body': '#0A1A30',
    '--mantine-color-text': '#E8EEF7',
    '--mantine-color-dimmed': '#9FB0C8',
    '--mantine-color-placeholder': '#9FB0C8',
    '--mantine-color-default-border': '#34496A',
    '--mantine-color-anchor': '#88B0DB',
    '--mantine-color-error': '#F58D8E',
    '--mantine-color-primary-light': '#17304F',
    '--mantine-color-primary-light-hover': '#1F3D63',
    '--mantine-color-primary-light-color': '#B4CEEA',
  },
});
