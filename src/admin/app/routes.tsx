import { lazy } from 'react';
import { Navigate, createHashRouter, type RouteObject } from 'react-router';
import { SignInPage } from '../features/sign-in/sign-in-page';
import { LostPage } from './lost-page';
import { HomeRedirect } from './home-redirect';
import { Shell } from './shell';

const QueuePage = lazy(async () => ({
  default: (await import('../features/leads/queue/queue-page')).QueuePage,
}));
const LeadPage = lazy(async () => ({ default: (await import('../features/leads/lead/lead-page')).LeadPage }));
const IssuesPage = lazy(async () => ({
  default: (await import('../features/issues/issues-page')).IssuesPage,
}));
const PapersPage = lazy(async () => ({
  default: (await import('../features/papers/papers-page')).PapersPage,
}));
const PaperPage = lazy(async () => ({
  default: (await import('../features/papers/paper-page')).PaperPage,
}));
const DossiersPage = lazy(async () => ({
  default: (await import('../features/dossiers/dossiers-page')).DossiersPage,
}));
const DossierPage = lazy(async () => ({
  default: (await import('../features/dossiers/dossier-page')).DossierPage,
}));
const CodesPage = lazy(async () => ({ default: (await import('../features/codes/codes-page')).CodesPage }));
const StatisticsPage = lazy(async () => ({
  default: (await import('../features/statistics/statistics-page')).StatisticsPage,
}));

const OverviewPage = lazy(async () => ({
  default: (await import('../features/statistics/overview-page')).OverviewPage,
}));
const ReportPage = lazy(async () => ({
  default: (await import('../features/statistics/report-page')).ReportPage,
}));
const DirectoryPage = lazy(async () => ({
  default: (await import('../features/directory/directory-page')).DirectoryPage,
}));

const ROUTES: RouteObject[] = [
  { path: '/sign-in', element: <SignInPage /> },
  {
    path: '/',
    element: <Shell />,
    errorElement: <LostPage />,
    children: [
      { index: true, element: <HomeRedirect /> },
      { path: 'leads', element: <QueuePage /> },
      { path: 'leads/:leadId', element: <LeadPage /> },
      { path: 'issues', element: <IssuesPage /> },
      { path: 'papers', element: <PapersPage /> },
      { path: 'papers/:paperId', element: <PaperPage /> },
      { path: 'dossiers', element: <DossiersPage /> },
      { path: 'dossiers/:dossierId', element: <DossierPage /> },
      { path: 'codes', element: <CodesPage /> },
      { path: 'overview', element: <OverviewPage /> },
      { path: 'statistics', element: <StatisticsPage /> },
      { path: 'report', element: <ReportPage /> },
      { path: 'directory', element: <DirectoryPage /> },
      { path: 'directory/:part', element: <DirectoryPage /> },
      { path: '*', element: <Navigate to="/" replace /> },
    ],
  },
];

/** Addresses live behind the hash: static hosting then needs no rewriting rule. */
export function createRouter(): ReturnType<typeof createHashRouter> {
  return createHashRouter(ROUTES);
}
