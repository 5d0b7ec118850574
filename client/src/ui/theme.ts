import {
  createTheme,
  type CSSVariablesResolver,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core';
import { SCHEME_KEY } from './preferences.ts';

/** Lake blue, the one accent, as on the canvas. White words on 7 reach 5.7:1. */
const lake: MantineColorsTuple = [
  '#eaf3fa',
  '#d3e5f4',
  '#a9cceb',
  '#7fb4e2',
  '#559ad3',
  '#3685c4',
  '#2077b7',
  '#1769aa',
  '#0f5a94',
  '#0b4a7c',
];
/** Greys with the warmth of paper. */
const gray: MantineColorsTuple = [
  '#f7f4ee',
  '#f0ece4',
  '#e6e1d7',
  '#d8d2c6',
  '#bcb5a8',
  '#989184',
  '#777166',
  '#5d584f',
  '#45413a',
  '#2e2b26',
];
/** Dark surfaces, from words (0) to the ground (9). */
const dark: MantineColorsTuple = [
  '#efece6',
  '#d5d3ce',
  '#adb4b7',
  '#858e92',
  '#454d52',
  '#343b3f',
  '#272c30',
  '#1a1e21',
  '#14171a',
  '#0e1113',
];
/** A red that is calm, for what cannot be undone. */
const brick: MantineColorsTuple = [
  '#fbeeeb',
  '#f5dad4',
  '#ebb5aa',
  '#e08f7f',
  '#d46f5c',
  '#c55643',
  '#b24534',
  '#9c3828',
  '#822d20',
  '#682318',
];

const SHORT = { duration: 150 };

/** The look of the product: calm and Nordic; details that Mantine has no setting for are in theme.css. */
export const theme = createTheme({
  colors: { lake, gray, dark, red: brick },
  primaryColor: 'lake',
  primaryShade: { light: 7, dark: 7 },
  black: '#1d272d',
  fontFamily: "'Atkinson Hyperlegible', system-ui, -apple-system, 'Segoe UI', sans-serif",
  headings: {
    fontFamily: "'Atkinson Hyperlegible', system-ui, sans-serif",
    fontWeight: '700',
    sizes: { h1: { fontSize: '1.875rem', lineHeight: '1.2' }, h2: { fontSize: '1.25rem', lineHeight: '1.3' } },
  },
  radius: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  defaultRadius: 'md',
  shadows: {
    xs: '0 1px 2px rgba(40, 33, 20, 0.08)',
    sm: '0 1px 3px rgba(40, 33, 20, 0.08), 0 2px 8px rgba(40, 33, 20, 0.05)',
    md: '0 2px 6px rgba(40, 33, 20, 0.08), 0 8px 24px rgba(40, 33, 20, 0.08)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { radius: 'xs' } },
    ActionIcon: { defaultProps: { size: 'lg', variant: 'subtle' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    // Its header would count as a second banner of the page.
    Modal: { defaultProps: { transitionProps: SHORT, padding: 'lg', attributes: { header: { role: 'none' } } } },
    Drawer: { defaultProps: { transitionProps: SHORT } },
    Menu: { defaultProps: { transitionProps: SHORT, shadow: 'md', position: 'bottom-end' } },
    // Bright enough on dark ground too.
    Loader: { defaultProps: { color: 'var(--talkoot-focus)' } },
    Tooltip: { defaultProps: { transitionProps: SHORT, openDelay: 400 } },
    Popover: { defaultProps: { transitionProps: SHORT, shadow: 'md' } },
  },
});

/** The colours that pages are made of, as variables for both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f8f5ee',
    '--mantine-color-text': '#1d272d',
    '--mantine-color-dimmed': '#566067',
    '--mantine-color-placeholder': '#6b6f70',
    '--mantine-color-error': '#9c3828',
    '--mantine-color-anchor': '#0f5a94',
    '--mantine-color-default-border': '#e0dacd',
    '--talkoot-surface': '#fffdf9',
    '--talkoot-field': '#ffffff',
    '--talkoot-field-edge': '#8b8578',
    '--talkoot-focus': '#1769aa',
    '--talkoot-soft': '#e7f1f8',
    '--talkoot-soft-ink': '#0b4a7c',
    '--talkoot-care': '#f6e8cc',
    '--talkoot-care-ink': '#5c4510',
    '--talkoot-good': '#e1efda',
    '--talkoot-good-ink': '#255018',
    '--talkoot-rest': '#ece8df',
    '--talkoot-rest-ink': '#454039',
  },
  dark: {
    '--mantine-color-body': '#1b1e21',
    '--mantine-color-text': '#efece6',
    '--mantine-color-dimmed': '#b2b9bc',
    '--mantine-color-placeholder': '#9aa2a6',
    '--mantine-color-error': '#f0a394',
    '--mantine-color-anchor': '#8cc7f5',
    '--mantine-color-default-border': '#3a4146',
    '--talkoot-surface': '#22272b',
    '--talkoot-field': '#1d2225',
    '--talkoot-field-edge': '#7c868b',
    '--talkoot-focus': '#6db6ee',
    '--talkoot-soft': '#1d3345',
    '--talkoot-soft-ink': '#c5e2f9',
    '--talkoot-care': '#3d3320',
    '--talkoot-care-ink': '#f4dfae',
    '--talkoot-good': '#22371f',
    '--talkoot-good-ink': '#c4e6b8',
    '--talkoot-rest': '#353b3f',
    '--talkoot-rest-ink': '#d6d9da',
  },
});

/** Light or dark as the person chose on this device. */
export const schemeManager = localStorageColorSchemeManager({ key: SCHEME_KEY });
