import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useId, useState } from 'react';
import { Choice } from '../../components/Choice';
import { FieldGrid } from '../../components/FieldGrid';
import { TextInput } from '../../components/TextInput';
import { EntityPicker } from '../../pickers/EntityPicker';
import { meetingsTranslationRef } from '../../translation/meetings';
import { MOVES, PlanValues, REPEATS } from './planValues';

interface PlanFieldsProps {
  /** Whether its board can be chosen. */
  isNew: boolean;
  /** Whether it is asked what a new time is for. */
  inSeries?: boolean;
  values: PlanValues;
  errors: ReadonlyMap<string, string>;
  onChange(changes: Partial<PlanValues>): void;
}

/** The fields of a plan. @internal */
export function PlanFields(props: PlanFieldsProps) {
  const { isNew, inSeries } = props;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const input = useInput(props);
  return (
    <>
      <TextInput label={t('form.title')} required {...input('title')} />
      {isNew && <BoardField {...props} />}
      <ChairField {...props} />
      <FieldGrid>
        <TextInput
          type="date"
          label={t('form.date')}
          required
          {...input('day', 'startsAt')}
        />
        <TextInput
          type="time"
          label={t('form.time')}
          required
          hint={t('form.timeHint')}
          {...input('time')}
        />
        <TextInput label={t('form.place')} {...input('place')} />
        <TextInput
          type="number"
          label={t('form.minutes')}
          required
          {...input('minutes')}
        />
        <TextInput
          type="number"
          label={t('form.quorum')}
          required
          hint={t('form.quorumHint')}
          {...input('quorumPercent')}
        />
        {inSeries && <MovesField {...props} />}
        <RepeatFields {...props} />
      </FieldGrid>
    </>
  );
}

function useInput({ values, errors, onChange }: PlanFieldsProps) {
  return (field: keyof PlanValues, path: string = field) => ({
    value: values[field],
    error: errors.get(path),
    onChange: (value: string) => onChange({ [field]: value }),
  });
}

function BoardField({ values, errors, onChange }: PlanFieldsProps) {
  const { t } = useTranslationRef(meetingsTranslationRef);
  const error = errors.get('group');
  return (
    <EntityPicker
      id={useId()}
      kind="group"
      label={t('form.group')}
      required
      refs={values.group ? [values.group] : []}
      error={Boolean(error)}
      helperText={error ?? t('form.groupHint')}
      onChange={([group = '']) => onChange({ group })}
    />
  );
}

function ChairField({ values, errors, onChange }: PlanFieldsProps) {
  const { t } = useTranslationRef(meetingsTranslationRef);
  const error = errors.get('chair');
  return (
    <EntityPicker
      id={useId()}
      kind="user"
      label={t('form.chair')}
      required
      refs={values.chair ? [values.chair] : []}
      error={Boolean(error)}
      helperText={error}
      onChange={([chair = '']) => onChange({ chair })}
    />
  );
}

function MovesField({ values, onChange }: PlanFieldsProps) {
  const { t } = useTranslationRef(meetingsTranslationRef);
  return (
    <Choice
      label={t('form.moves')}
      value={values.moves}
      options={MOVES.map(value => ({ value, label: t(`form.moves.${value}`) }))}
      onChange={moves => onChange({ moves })}
    />
  );
}

function RepeatFields(props: PlanFieldsProps) {
  const { values, errors, onChange } = props;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const input = useInput(props);
  // A client may have chosen another rhythm, which can be kept.
  const [before] = useState(values.repeat);
  return (
    <>
      <Choice
        label={t('form.repeat')}
        value={values.repeat}
        options={[...new Set([...REPEATS, before])].map(value => ({
          value,
          label:
            value === '0'
              ? t('form.repeat.0')
              : t('list.repeat', { count: Number(value) }),
        }))}
        error={errors.has('repeat.weeks')}
        helperText={errors.get('repeat.weeks')}
        onChange={repeat => onChange({ repeat })}
      />
      {values.repeat !== '0' && (
        <TextInput
          type="date"
          label={t('form.until')}
          required
          hint={t('form.untilHint')}
          {...input('until', 'repeat.until')}
        />
      )}
    </>
  );
}
