import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { ItemBallot } from '@techbridge/plugin-bridge-common';
import { useTitles } from '../../api/useTitles';
import { formatDate } from '../../components/formatDate';
import { mutedText } from '../../components/mutedText';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2.5) },
  line: { fontSize: 14, overflowWrap: 'anywhere' },
  who: { color: mutedText(theme), fontSize: 13 },
}));

/** What a member asks for who approves with conditions. @internal */
export function ConditionList(props: Required<Pick<ItemBallot, 'conditions'>>) {
  const { conditions } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const titleOf = useTitles(conditions.map(({ owner }) => owner));
  return (
    <ul className={classes.root}>
      {conditions.map(({ text, owner, due }) => (
        <li key={`${text} ${owner}`} className={classes.line}>
          {text}{' '}
          <span className={classes.who}>
            {t('conditions.who', {
              person: titleOf(owner),
              date: formatDate(due, language),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
