import type { LanguageCode } from './languages.ts';

/** Finland's own habits; Swedish is that of Finland, English is written with the day first. */
const LOCALES: Record<LanguageCode, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** `50 000,5` with no-break spaces in Finnish and Swedish, `50,000.5` in English. */
export function formatNumber(value: number, language: LanguageCode): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 6 }).format(value);
}

interface DateParts {
  day: string;
  month: string;
  year: string;
  hour: string;
  minute: string;
}

/** Only the parts come from Intl: how it joins them changes between browsers. */
function partsOf(time: number, language: LanguageCode, timeZone: string | undefined): DateParts {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: language === 'en' ? 'long' : 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  const found: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(time)) found[type] = value;
  const { day = '', month = '', year = '', hour = '', minute = '' } = found;
  return { day, month, year, hour, minute };
}

function dayOf(parts: DateParts, language: LanguageCode): string {
  const { day, month, year } = parts;
  return language === 'en' ? `${day} ${month} ${year}` : `${day}.${month}.${year}`;
}

/** `21.11.2026`, in English `21 November 2026`. `time` is in milliseconds; the zone is the device's unless told. */
export function formatDay(time: number, language: LanguageCode, timeZone?: string): string {
  return dayOf(partsOf(time, language, timeZone), language);
}

/** `21.11.2026 klo 10.05`, `21.11.2026 kl. 10.05`, `21 November 2026, 10:05`: always the 24-hour clock. */
export function formatDate(time: number, language: LanguageCode, timeZone?: string): string {
  const [day, clock] = [formatDay(time, language, timeZone), formatTime(time, language, timeZone)];
  return language === 'en' ? `${day}, ${clock}` : `${day} ${clock}`;
}

/** `klo 10.05`, `kl. 10.05`, `10:05`: always the 24-hour clock. */
export function formatTime(time: number, language: LanguageCode, timeZone?: string): string {
  const { hour, minute } = partsOf(time, language, timeZone);
  if (language === 'en') return `${hour}:${minute}`;
  // A number of one digit is right here: `klo 9.05`.
  return `${language === 'fi' ? 'klo' : 'kl.'} ${Number(hour)}.${minute}`;
}

/** `09:00` in every language, for tables of times; the zone is the device's unless told. */
export function formatClock(time: number, language: LanguageCode, timeZone?: string): string {
  const { hour, minute } = partsOf(time, language, timeZone);
  return `${hour}:${minute}`;
}
