import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { termsTranslationRef } from '../translation/terms';
import { SheetSection } from './Sheet';
import { SheetTable } from './SheetTable';

/** Where people sign an office document by hand. @internal */
export function SignatureTable(props: {
  people: { user: string; name: string }[];
}) {
  const { t: term } = useTranslationRef(termsTranslationRef);
  const title = term('sheet.signatures');
  return (
    <SheetSection title={title}>
      <SheetTable
        label={title}
        head={[term('sheet.name'), term('sheet.signature'), term('sheet.date')]}
        rows={props.people.map(({ user, name }) => ({
          id: user,
          cells: [name, '', ''],
        }))}
        widths={[30, 45, 25]}
        roomy
      />
    </SheetSection>
  );
}
