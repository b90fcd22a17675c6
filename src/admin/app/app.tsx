import { useState } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { ToastProvider } from '../components/toast';
import { Refusal } from '../platform/refusal';
import { ServicesProvider, type Services } from '../platform/services';
import { createRouter } from './routes';

/** The whole panel over the given services. */
export function App({ services }: { services: Services }) {
  const [queries] = useState(createQueryClient);
  const [router] = useState(createRouter);
  return (
    <ServicesProvider value={services}>
      <QueryClientProvider client={queries}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </ServicesProvider>
  );
}

/** Reads are tried once more only when no answer came: a refusal stays a refusal. */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) => count < 1 && error instanceof Refusal && !error.reached,
        retryDelay: 800,
      },
    },
  });
}
