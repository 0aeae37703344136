import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from '../platform/api/query-client.js';
import { cssVariables, theme } from '../ui/theme.js';
import { createRouter } from './router.js';

const queryClient = createQueryClient();
const router = createRouter();
/** Its key is read by public/first-paint.js too. */
const schemes = localStorageColorSchemeManager({ key: 'hai-dang.scheme' });

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
