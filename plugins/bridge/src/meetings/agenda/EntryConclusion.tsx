import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { Conclusion } from '@techbridge/plugin-bridge-common';
import { meetingsTranslationRef } from '../../translation/meetings';
import { useConclusionWords } from '../useConclusionWords';
import type { EntryProps } from './EntryProps';

const useStyles = makeStyles(theme => ({
  root: { fontSize: 14 },
  name: { fontWeight: 700 },
  conditions: { margin: theme.spacing(0.5, 0, 0), paddingLeft: 20 },
}));

/** What became of an entry in this meeting. @internal */
export function EntryConclusion(
  props: EntryProps & { conclusion: Conclusion },
) {
  const { conclusion, titleOf } = props;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const words = useConclusionWords(titleOf);
  const conditions = words.conditionsOf(conclusion);
  return (
    <div className={classes.root}>
      <span className={classes.name}>{`${t('conclusion.label')}: `}</span>
      {words.outcomeOf(conclusion)}
      {conditions.length > 0 && (
        <ul className={classes.conditions}>
          {conditions.map(condition => (
            <li key={condition}>{condition}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
