import { Button } from 'antd';
import { lazy } from 'react';
import { Route, Routes, useNavigate } from 'react-router';
import { HostScreen } from '../screens/host/host-screen.tsx';
import { OverviewScreen } from '../screens/overview/overview-screen.tsx';
import { PlanScreen } from '../screens/plan/plan-screen.tsx';
import { RunScreen } from '../screens/run/run-screen.tsx';
import { RunsScreen } from '../screens/runs/runs-screen.tsx';
import { SuiteScreen } from '../screens/suites/suite-screen.tsx';
import { SuitesScreen } from '../screens/suites/suites-screen.tsx';
import { Empty } from '../states/states.tsx';
import { useText } from '../texts/use-text.ts';

const HostDiffScreen = lazy(async () => ({
	default: (await import('../screens/host/host-diff-screen.tsx')).HostDiffScreen,
}));
const ProductsScreen = lazy(async () => ({
	default: (await import('../screens/products/products-screen.tsx')).ProductsScreen,
}));
const LabelScreen = lazy(async () => ({ default: (await import('../screens/host/label-screen.tsx')).LabelScreen }));
const CaseScreen = lazy(async () => ({ default: (await import('../screens/case/case-screen.tsx')).CaseScreen }));
const LogScreen = lazy(async () => ({ default: (await import('../screens/log/log-screen.tsx')).LogScreen }));
const ManualScreen = lazy(async () => ({
	default: (await import('../screens/manual/manual-screen.tsx')).ManualScreen,
}));
const CompareScreen = lazy(async () => ({
	default: (await import('../screens/compare/compare-screen.tsx')).CompareScreen,
}));
const ReportsScreen = lazy(async () => ({
	default: (await import('../screens/reports/reports-screen.tsx')).ReportsScreen,
}));
const DraftScreen = lazy(async () => ({ default: (await import('../screens/reports/draft-screen.tsx')).DraftScreen }));
const ReportScreen = lazy(async () => ({
	default: (await import('../screens/reports/report-screen.tsx')).ReportScreen,
}));
const VerifyScreen = lazy(async () => ({
	default: (await import('../screens/verify/verify-screen.tsx')).VerifyScreen,
}));
const MatrixScreen = lazy(async () => ({
	default: (await import('../screens/matrix/matrix-screen.tsx')).MatrixScreen,
}));
const AuditScreen = lazy(async () => ({ default: (await import('../screens/audit/audit-screen.tsx')).AuditScreen }));
const SettingsScreen = lazy(async () => ({
	default: (await import('../screens/settings/settings-screen.tsx')).SettingsScreen,
}));

/** One address, one screen. */
export function Screens() {
	return (
		<Routes>
			<Route path="/" element={<OverviewScreen />} />
			<Route path="/host" element={<HostScreen />} />
			<Route path="/host/diff" element={<HostDiffScreen />} />
			<Route path="/host/label" element={<LabelScreen />} />
			<Route path="/host/:profile" element={<HostScreen />} />
			<Route path="/products" element={<ProductsScreen />} />
			<Route path="/products/:id" element={<ProductsScreen />} />
			<Route path="/suites" element={<SuitesScreen />} />
			<Route path="/suites/:id" element={<SuiteScreen />} />
			<Route path="/plan/new" element={<PlanScreen />} />
			<Route path="/runs" element={<RunsScreen />} />
			<Route path="/runs/:id" element={<RunScreen />} />
			<Route path="/runs/:id/case/*" element={<CaseScreen />} />
			<Route path="/runs/:id/manual" element={<ManualScreen />} />
			<Route path="/log/:sha256" element={<LogScreen />} />
			<Route path="/compare" element={<CompareScreen />} />
			<Route path="/matrix" element={<MatrixScreen />} />
			<Route path="/reports" element={<ReportsScreen />} />
			<Route path="/reports/draft/:run" element={<DraftScreen />} />
			<Route path="/reports/:id" element={<ReportScreen />} />
			<Route path="/verify" element={<VerifyScreen />} />
			<Route path="/audit" element={<AuditScreen />} />
			<Route path="/settings" element={<SettingsScreen />} />
			<Route path="/settings/:part" element={<SettingsScreen />} />
			<Route path="*" element={<NotFound />} />
		</Routes>
	);
}

function NotFound() {
	const { t } = useText();
	const navigate = useNavigate();
	return (
		<Empty
			title={t('notFound.title')}
			text={t('notFound.text')}
			action={<Button onClick={() => void navigate('/')}>{t('notFound.home')}</Button>}
		/>
	);
}
