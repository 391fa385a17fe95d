import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import { fieldSentences } from '../../components/errorSentence';
import { FormButtons } from '../../components/FormButtons';
import { FormDialog } from '../../components/FormDialog';
import { useLanguage } from '../../components/useLanguage';
import { useSubmit } from '../../components/useSubmit';
import { meetingsTranslationRef } from '../../translation/meetings';
import { PlanFields } from './PlanFields';
import { PLAN_FIELDS, PlanValues } from './planValues';

/** The plan of a meeting, to type. @internal */
export function PlanDialog(props: {
  isNew: boolean;
  /** Whether it belongs to a series, which a new time may be for. */
  inSeries?: boolean;
  start: PlanValues;
  verb: string;
  /** Why it may not be sent. */
  barred?: string;
  send(values: PlanValues): Promise<void>;
  onClose(): void;
}) {
  const { isNew, inSeries, start, verb, barred, send, onClose } = props;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const language = useLanguage();
  const [values, setValues] = useState(start);
  const { busy, error, submit } = useSubmit(() => send(values), asBridgeError);
  return (
    <FormDialog
      wide
      title={t(isNew ? 'form.new' : 'form.edit')}
      error={error}
      fields={PLAN_FIELDS}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <FormButtons
          verb={verb}
          busy={busy}
          barred={barred}
          onClose={onClose}
        />
      }
    >
      <PlanFields
        isNew={isNew}
        inSeries={inSeries}
        values={values}
        errors={fieldSentences(error, language)}
        onChange={changes =>
          setValues(previous => ({ ...previous, ...changes }))
        }
      />
    </FormDialog>
  );
}
