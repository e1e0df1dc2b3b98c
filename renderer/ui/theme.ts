import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const same = (value: string): MantineColorsTuple => {
  const tuple = Array.from({ length: 10 }, () => value);
  return tuple as unknown as MantineColorsTuple;
};

const ACCENT = 'accent';

/** Mantine's greys, warmed to paper; lightest first. */
const PAPER_GREYS: MantineColorsTuple = [
  '#faf8f1',
  '#f3efe4',
  '#ebe5d7',
  '#ddd6c5',
  '#b9ae94',
  '#958a6f',
  '#6b6456',
  '#565044',
  '#403b32',
  '#23211c',
];
/** Mantine's darks, warmed the same way; lightest first. */
const PAPER_DARKS: MantineColorsTuple = [
  '#ece7da',
  '#bdb5a4',
  '#a39b8b',
  '#857e6c',
  '#77715f',
  '#3a3731',
  '#2c2a27',
  '#232220',
  '#1b1a17',
  '#161512',
];

const variantColorResolver: VariantColorsResolver = (input) => {
  const color = input.color ?? input.theme.primaryColor;
  if (color !== ACCENT) return defaultVariantColorsResolver(input);
  if (input.variant === 'filled') {
    return {
      background: 'var(--accent)',
      hover: 'var(--accent-hover)',
      color: 'var(--on-accent)',
      border: '1px solid transparent',
    };
  }
  if (input.variant === 'light') {
    return {
      background: 'var(--accent-soft)',
      hover: 'var(--accent-soft)',
      color: 'var(--accent)',
      border: '1px solid transparent',
    };
  }
  if (input.variant === 'subtle' || input.variant === 'transparent') {
    return {
      background: 'transparent',
      hover: 'var(--accent-soft)',
      color: 'var(--accent)',
      border: '1px solid transparent',
    };
  }
  if (input.variant === 'outline') {
    return {
      background: 'transparent',
      hover: 'var(--accent-soft)',
      color: 'var(--accent)',
      border: '1px solid var(--accent)',
    };
  }
  return defaultVariantColorsResolver(input);
};

/** The one theme of the product, on Mantine: its colours are the tokens, so light and dark are one set of names. */
export const theme = createTheme({
  primaryColor: ACCENT,
  primaryShade: 6,
  // Mantine's red is ink here: seal red means "cannot be taken back" or "late" and is drawn by seal components alone.
  colors: { [ACCENT]: same('#1d4a63'), red: same('#565044'), gray: PAPER_GREYS, dark: PAPER_DARKS },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font)',
  headings: {
    fontFamily: 'var(--serif)',
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '24px', lineHeight: '1.3' },
      h2: { fontSize: '16px', lineHeight: '1.4' },
      h3: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '36px' },
  lineHeights: { xs: '1.5', sm: '1.55', md: '1.55', lg: '1.55', xl: '1.4' },
  radius: { xs: '3px', sm: '5px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  variantColorResolver,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 2 } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false, checkIconPosition: 'right' } },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'lg',
        transitionProps: { duration: 120 },
        overlayProps: { backgroundOpacity: 0.35 },
      },
    },
    // The place for first focus that Mantine puts into a menu is no menu item, and readers stumble over it.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.35 } } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false } },
  },
});

/** Mantine's own variables, said in tokens. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const common = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default': 'var(--sheet)',
    '--mantine-color-default-hover': 'var(--sunken)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-error': 'var(--ink)',
    '--mantine-color-success': 'var(--ok)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--ink-3)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-color-accent-filled': 'var(--accent)',
    '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
    '--mantine-color-accent-light': 'var(--accent-soft)',
    '--mantine-color-accent-light-hover': 'var(--accent-soft)',
    '--mantine-color-accent-light-color': 'var(--accent)',
    '--mantine-color-accent-outline': 'var(--accent)',
    '--mantine-color-accent-outline-hover': 'var(--accent-soft)',
    '--mantine-color-accent-text': 'var(--accent)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-color-accent-contrast': 'var(--on-accent)',
  };
  return { variables: {}, light: common, dark: common };
};
