import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import { fieldError, MeetingMember } from '@techbridge/plugin-bridge-common';
import { useId, useState } from 'react';
import type { TitleOf } from '../../api/useTitles';
import { fieldSentences } from '../../components/errorSentence';
import { FormButtons } from '../../components/FormButtons';
import { FormDialog } from '../../components/FormDialog';
import { useLanguage } from '../../components/useLanguage';
import { EntityPicker } from '../../pickers/EntityPicker';
import { meetingsTranslationRef } from '../../translation/meetings';
import type { MeetingProps } from '../MeetingProps';
import { useMeetingCommand } from '../useMeetingCommand';

/** Asks who takes part for a member. @internal */
export function DeputyDialog(
  props: MeetingProps & {
    member: MeetingMember;
    titleOf: TitleOf;
    onClose(): void;
  },
) {
  const { member, titleOf, onClose } = props;
  const { user } = member;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const language = useLanguage();
  const [deputy, setDeputy] = useState(member.deputy ?? '');
  const { busy, error, run } = useMeetingCommand(props, onClose);
  const problem = fieldSentences(error, language).get('deputy');
  const person = titleOf(user);
  const submit = () =>
    run(async (api, id) => {
      if (!deputy) {
        throw fieldError('deputy', 'required');
      }
      const said = { user, presence: 'represented' as const, deputy };
      return api.setAttendance(id, said);
    });
  return (
    <FormDialog
      title={t('deputy.title', { person })}
      error={error}
      fields={['deputy']}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <FormButtons verb={t('deputy.save')} busy={busy} onClose={onClose} />
      }
    >
      <DialogContentText>{t('deputy.text', { person })}</DialogContentText>
      <EntityPicker
        id={useId()}
        kind="user"
        label={t('deputy.label')}
        required
        refs={deputy ? [deputy] : []}
        error={Boolean(problem)}
        helperText={problem}
        onChange={([chosen = '']) => setDeputy(chosen)}
      />
    </FormDialog>
  );
}
