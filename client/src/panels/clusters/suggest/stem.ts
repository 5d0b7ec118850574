import type { LanguageCode } from '@talkoot/i18n';

/** Endings that a word loses, one of each line, the longest first. Not grammar: enough to know a word again. */
const ENDINGS: Readonly<Record<LanguageCode, readonly RegExp[]>> = {
  fi: [
    /(?:kaan|kään|kin|han|hän|ko|kö|pa|pä)$/,
    /(?:mme|nne|nsa|nsä|ni|si)$/,
    /(?:issa|issä|ista|istä|ihin|ille|illa|illä|ilta|iltä|iksi|ina|inä|itta|ittä|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|tta|ttä|seen|siin|iin|iden|ien|jen|ten|den|aan|ään|oon|een|yyn|uun|öön|na|nä|ja|jä|ta|tä|aa|ää|ia|iä|n|t)$/,
    /(?:taisi|täisi|isi|taan|tään|daan|dään|vat|vät|minen|mise|mis|sti|inen|ise|is)$/,
  ],
  sv: [
    /(?:arnas|ernas|ornas|andet|anden|andes|arna|erna|orna|ande|ende|aren|aste|ares|ade|ast|ens|ets|het|are|ar|er|or|en|et|te|de|es|as|s|t)$/,
    /(?:ning|else|het|lig|isk|a|e)$/,
  ],
  en: [/(?:'s|ingly|ings|ing|edly|ed|ies|es|s|ly)$/, /(?:ations?|ing|ness|ers?|ion|ity|ive|al|e|y)$/],
};

/** Less than this must not be left of a word. */
const LEAST = 3;

/** A form in which words of one root are mostly the same. */
export function stemOf(word: string, language: LanguageCode): string {
  let stem = word;
  for (const ending of ENDINGS[language]) {
    const shorter = stem.replace(ending, '');
    if (shorter.length >= LEAST) stem = shorter;
  }
  // Weak and strong grades, and the vowels that come and go before endings.
  const plain = stem.replace(/(.)\1+/g, '$1').replace(/(?<=...)[aeiouyäöå]+$/, '');
  return plain.replace(/ks$/, 's').replace(/d(?=.?$)/, 't');
}
