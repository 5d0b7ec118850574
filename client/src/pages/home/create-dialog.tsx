import { Modal, NativeSelect, TextInput } from '@mantine/core';
import { LANGUAGE_CODES, type LanguageCode } from '@talkoot/i18n';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { useWorkshopChanges } from '../../api/queries.ts';
import { FormShell, useForm } from '../../ui/form.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { TemplateChoice } from './template-choice.tsx';
import { BLANK } from './template-shelf.ts';

const TITLE_LENGTH = 200;

/** A new workshop: title, language and what the board starts from. */
export function CreateDialog({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactNode {
  const t = useT();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('home.createTitle')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <CreateForm onClose={onClose} />
    </Modal>
  );
}

function CreateForm({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  const [mine] = useLanguage();
  const [title, setTitle] = useState('');
  const [language, setLanguage] = useState<LanguageCode>(mine);
  const [templateId, setTemplateId] = useState(BLANK);
  const { create } = useWorkshopChanges();
  const form = useForm<'title'>({
    check: () => (title.trim() === '' ? { title: t('home.titleMissing') } : {}),
    send: async () => {
      const workshop = await create.mutateAsync({ title: title.trim(), language, templateId });
      navigate(`/w/${workshop.id}`);
    },
  });
  return (
    <FormShell submit={form.submit} problem={form.problem}>
      <TextInput
        name="title"
        label={t('home.workshopTitle')}
        placeholder={t('home.titlePlaceholder')}
        data-autofocus
        maxLength={TITLE_LENGTH}
        value={title}
        error={form.errors.title}
        onChange={(event) => {
          setTitle(event.currentTarget.value);
          form.clear('title');
        }}
      />
      <TemplateChoice value={templateId} language={mine} onChange={setTemplateId} />
      <NativeSelect
        label={t('home.language')}
        description={t('home.languageHint')}
        value={language}
        data={LANGUAGE_CODES.map((code) => ({ value: code, label: t(`language.${code}`) }))}
        onChange={(event) => {
          const chosen = LANGUAGE_CODES.find((code) => code === event.currentTarget.value);
          if (chosen) setLanguage(chosen);
        }}
      />
      <FormEnd send={t('home.create')} busy={form.busy} onClose={onClose} />
    </FormShell>
  );
}
