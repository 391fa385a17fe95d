import { Content, Link } from '@backstage/core-components';
import {
  EntityDisplayName,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import {
  SearchBar,
  SearchContextProvider,
  SearchResult,
  SearchResultPager,
  useSearch,
} from '@backstage/plugin-search-react';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import { useTitle } from '@techbridge/plugin-app-module-zh-cn';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';

interface FoundDocument {
  title: string;
  location: string;
  kind?: string;
  authorization?: { resourceRef: string };
}

/** What was found in the whole catalog, by its names. @internal */
export function SearchPage() {
  const [parameters] = useSearchParams();
  const term = parameters.get('query') ?? '';
  return (
    <SearchContextProvider initialState={{ term, types: [], filters: {} }}>
      <QueryInAddress />
      <Content>
        <SearchBar debounceTime={200} />
        <SearchResult>
          {({ results }) => (
            <List>
              {results.map(({ document }) => (
                <Found key={document.location} document={document} />
              ))}
            </List>
          )}
        </SearchResult>
        <SearchResultPager />
      </Content>
    </SearchContextProvider>
  );
}

function QueryInAddress() {
  const { term } = useSearch();
  const [parameters, setParameters] = useSearchParams();
  const shown = parameters.get('query') ?? '';
  useEffect(() => {
    if (term !== shown) {
      setParameters(term ? { query: term } : {}, { replace: true });
    }
  }, [term, shown, setParameters]);
  return null;
}

function Found({ document }: { document: FoundDocument }) {
  const translate = useTitle();
  const linkTo = useEntityRefLink();
  const ref = document.authorization?.resourceRef;
  return (
    <ListItem divider>
      <ListItemText
        primary={
          <Link to={ref ? linkTo(ref) : document.location}>
            {ref ? (
              <EntityDisplayName entityRef={ref} disableTooltip />
            ) : (
              document.title
            )}
          </Link>
        }
        secondary={document.kind && translate(document.kind)}
      />
    </ListItem>
  );
}
