import { NumberInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type Measure, setMeasure, sharedMeasure } from '../../sync/properties.ts';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import type { PropertiesProps } from './properties.tsx';

/** One measure of what is selected as a number, written when the person is done with it. */
export function MeasureField({
  host,
  ids,
  measure,
}: Pick<PropertiesProps, 'host' | 'ids'> & { measure: Measure }): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const { value, mixed, open } = sharedMeasure(host.session, ids, measure);
  const [draft, setDraft] = useState<string | number | null>(null);
  const [invalid, setInvalid] = useState(false);
  const save = (): void => {
    const number = typeof draft === 'number' ? draft : draft === null || draft === '' ? Number.NaN : Number(draft);
    const verdict =
      Number.isNaN(number) || number === value ? undefined : setMeasure(host.session, ids, measure, number);
    // A number that is refused stays to be mended.
    setInvalid(verdict === null);
    if (verdict !== null) setDraft(null);
    if (verdict) host.tell(verdict);
  };
  return (
    <NumberInput
      label={t(`properties.${measure}`)}
      value={draft ?? value ?? ''}
      placeholder={mixed ? t('properties.mixed') : ''}
      error={invalid ? t('properties.invalid') : null}
      disabled={!open}
      decimalScale={1}
      decimalSeparator={language === 'en' ? '.' : ','}
      allowedDecimalSeparators={['.', ',']}
      thousandSeparator=""
      step={measure === 'rotation' ? 15 : 10}
      onChange={setDraft}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}
