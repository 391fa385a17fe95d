/**
 * Chinese for Backstage's own screens.
 *
 * @packageDocumentation
 */

import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { components } from './extensions/components';
import { translations } from './extensions/translations';

export { useTitle } from './titles/useTitle';

/**
 * The module that adds Chinese to an app: the messages of Backstage's packages
 * and the titles and error pages that cannot be translated by messages alone.
 *
 * @public
 */
export default createFrontendModule({
  pluginId: 'app',
  extensions: [...translations, ...components],
});
