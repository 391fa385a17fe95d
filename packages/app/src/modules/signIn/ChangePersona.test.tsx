import { identityApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ChangePersona } from './ChangePersona';
import { forgetPersona, rememberPersona } from './persona';

afterEach(forgetPersona);

async function offered() {
  const identity = mockApis.identity.mock();
  renderInTestApp(<ChangePersona />, { apis: [[identityApiRef, identity]] });
  return identity;
}

describe('ChangePersona', () => {
  it('signs a person of the demo out', async () => {
    rememberPersona('user:default/tang.ting');
    const identity = await offered();
    identity.signOut.mockResolvedValue(undefined);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change persona' }),
    );
    expect(identity.signOut).toHaveBeenCalledTimes(1);
  });

  it('is not offered to people who signed in otherwise', async () => {
    await offered();
    expect(screen.queryByText('Change persona')).toBeNull();
  });
});
