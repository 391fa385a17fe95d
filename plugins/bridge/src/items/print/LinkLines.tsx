import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { SheetSection } from '../../components/Sheet';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';
import { printTranslationRef } from '../../translation/print';
import type { SheetProps } from './SheetProps';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2.5), fontSize: 14 },
}));

/** The items that belong with this one. @internal */
export function LinkLines({ paper }: SheetProps) {
  const { links } = paper.item;
  const { t } = useTranslationRef(printTranslationRef);
  const { t: tItems } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  return links.length === 0 ? null : (
    <SheetSection title={t('sheet.links')}>
      <ul className={classes.list}>
        {links.map(({ type, inward, key, title, state }) => (
          <li key={`${type} ${key}`}>
            {`${tItems(
              `${inward ? 'linkBack' : 'link'}.${type}`,
            )} ${key} ${title} · ${state.label[language]}`}
          </li>
        ))}
      </ul>
    </SheetSection>
  );
}
