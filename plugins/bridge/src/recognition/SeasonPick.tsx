import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Season } from '@techbridge/plugin-bridge-common';
import { useSeasons } from '../api/useSeasons';
import { FilterPick } from '../components/FilterPick';
import { recognitionTranslationRef } from '../translation/recognition';
import { partsOfSeason } from './partsOfSeason';

/** Chooses a season; where all together make sense, also those. @internal */
export function SeasonPick(props: {
  value: string | undefined;
  /** Whether nothing chosen means all seasons. */
  any?: boolean;
  onChange(season: string | undefined): void;
}) {
  const { value, any, onChange } = props;
  const { t } = useTranslationRef(recognitionTranslationRef);
  const seasons = useSeasons();
  const nameOf = useSeasonName();
  const known = seasons ?? [];
  const options: Season[] =
    value && !known.some(({ id }) => id === value)
      ? [{ id: value, current: false }, ...known]
      : known;
  return (
    <FilterPick
      label={t('season.label')}
      anyLabel={any ? t('season.any') : undefined}
      value={value}
      options={options.map(({ id, current }) => ({
        value: id,
        label: current ? t('season.current', { name: nameOf(id) }) : nameOf(id),
      }))}
      onChange={onChange}
    />
  );
}

/** Says a season in the reader's language. @internal */
export function useSeasonName(): (season: string) => string {
  const { t } = useTranslationRef(recognitionTranslationRef);
  return season => t('season.name', partsOfSeason(season));
}
