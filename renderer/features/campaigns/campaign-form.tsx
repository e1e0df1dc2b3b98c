import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Campaign } from '../../../shared/campaigns/index.ts';
import { ActButton, FieldError, Form, SaveButton, useText } from '../../ui/index.ts';
import { ExhibitsField } from '../evidence/index.ts';

type Fields = Omit<Campaign, 'id' | 'caseId'>;

interface CampaignFormProps {
  readonly caseId: string;
  readonly campaign: Campaign | null;
  readonly busy: boolean;
  readonly onSave: (fields: Fields) => void;
  readonly onCancel: () => void;
}

const NOTHING: Fields = { name: '', place: '', startsOn: '', endsOn: '', what: '', itemIds: [] };

/** What ran, where, from when to when, and the exhibits that show it. Escape leaves. */
export function CampaignForm({ caseId, campaign, busy, onSave, onCancel }: CampaignFormProps) {
  const t = useText();
  const [fields, setFields] = useState<Fields>(campaign ?? NOTHING);
  const [itemIds, setItemIds] = useState<readonly string[]>(fields.itemIds);
  const set = (patch: Partial<Fields>): void => setFields((before) => ({ ...before, ...patch }));
  const { name, place, startsOn, endsOn, what } = fields;
  const backwards = startsOn !== '' && endsOn !== '' && endsOn < startsOn;
  const ready = name.trim() !== '' && startsOn !== '' && endsOn !== '' && !backwards;
  return (
    <Form
      onSubmit={() => {
        if (ready) onSave({ name, place, startsOn, endsOn, what, itemIds: [...itemIds] });
      }}
    >
      <div className="form-row">
        <TextInput
          label={t('campaigns:name')}
          placeholder={t('campaigns:name.hint')}
          value={name}
          maxLength={200}
          required
          autoFocus
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('campaigns:place')}
          placeholder={t('campaigns:place.hint')}
          value={place}
          maxLength={200}
          onChange={(event) => set({ place: event.currentTarget.value })}
        />
      </div>
      <div className="form-row campaign-days">
        <TextInput
          type="date"
          label={t('campaigns:startsOn')}
          value={startsOn}
          required
          onChange={(event) => set({ startsOn: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('campaigns:endsOn')}
          value={endsOn}
          required
          error={backwards ? <FieldError text={t('campaigns:endsOn.wrong')} /> : undefined}
          onChange={(event) => set({ endsOn: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={t('campaigns:what')}
        description={t('campaigns:what.hint')}
        value={what}
        maxLength={20_000}
        autosize
        minRows={2}
        onChange={(event) => set({ what: event.currentTarget.value })}
      />
      <ExhibitsField
        caseId={caseId}
        label={t('campaigns:proof')}
        description={t('campaigns:proof.hint')}
        drop={t('campaigns:proof.drop')}
        itemIds={itemIds}
        onChange={setItemIds}
      />
      <div className="form-acts">
        <SaveButton disabled={!ready} loading={busy}>
          {t('campaigns:save')}
        </SaveButton>
        <ActButton act="cancel" keys="escape" whileTyping variant="subtle" onClick={onCancel}>
          {t('ui:cancel')}
        </ActButton>
      </div>
    </Form>
  );
}
