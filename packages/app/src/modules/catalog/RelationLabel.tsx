import { DependencyGraphTypes } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityEdge } from '@backstage/plugin-catalog-graph';
import { makeStyles } from '@material-ui/core/styles';
import { useTitle } from '@techbridge/plugin-app-module-zh-cn';
import {
  RELATION_HAS_SUPER_USER,
  RELATION_SUPER_USER_OF,
} from '@techbridge/plugin-bridge-common';
import { shellTranslationRef } from '../../translation/shell';

type LabelProps = DependencyGraphTypes.RenderLabelProps<EntityEdge>;

const useStyles = makeStyles(theme => ({
  root: { fill: theme.palette.text.primary },
}));

/** A relation of the catalog in the reader's language. @internal */
export function RelationLabel({ edge }: LabelProps) {
  const { t } = useTranslationRef(shellTranslationRef);
  const translate = useTitle();
  const own = new Map([
    [RELATION_HAS_SUPER_USER, t('relation.hasSuperUser')],
    [RELATION_SUPER_USER_OF, t('relation.superUserOf')],
  ]);
  return (
    <text className={useStyles().root} textAnchor="middle">
      {readable(edge.relations)
        .map(relation => own.get(relation) ?? translate(relation))
        .join(' / ')}
    </text>
  );
}

/** A person's side of the pair adds nothing to the system's side. */
function readable(relations: string[]): string[] {
  return relations.includes(RELATION_HAS_SUPER_USER)
    ? [RELATION_HAS_SUPER_USER]
    : relations;
}

/** Draws a label in the graph. @internal */
export function renderRelationLabel(props: LabelProps) {
  return <RelationLabel {...props} />;
}
