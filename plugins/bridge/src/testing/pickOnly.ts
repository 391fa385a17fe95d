import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

/**
 * Chooses the one option that a search has left. Options that are found while
 * the search goes on are about to move, and a click on one may be lost.
 *
 * @internal
 */
export async function pickOnly(name: RegExp): Promise<void> {
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  await userEvent.click(screen.getByRole('option', { name }));
}
