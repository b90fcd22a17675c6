import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from 'tdesign-react/es/button';
import { periodOf } from '@contract/periods';
import { reportOf, type Report, type ReportLine, type ReportRow } from '@shared/report/report-of';
import { Failure, Loading } from '../../components/states';
import { saveFile } from '../../platform/save-file';
import { queueAddress } from '../../platform/queue-address';
import { useServices } from '../../platform/services';
import { useMe, useStatistics } from '../../platform/use-panel';
import { PeriodSelect } from './period-select';
import { usePeriod } from './use-period';
import './charts.css';
import './report.css';

/** One page about one period, to print or to save as a Word document; every number of it opens its list. */
export function ReportPage() {
  const { now } = useServices();
  const [chosen, setPeriod] = usePeriod();
  const period = chosen ?? periodOf('quarter', now().slice(0, 7));
  const statistics = useStatistics(period);
  const me = useMe();
  if (statistics.isPending || !me.data) return <Loading rows={10} label="正在取报告" />;
  if (statistics.error && !statistics.data)
    return <Failure error={statistics.error} onRetry={() => void statistics.refetch()} />;
  if (!statistics.data || statistics.data.period !== period) return <Loading rows={10} label="正在取报告" />;
  const report = reportOf(statistics.data, me.data.countyName);
  return (
    <div className="report-page">
      <div className="report-tools no-print">
        <Link to={`/statistics?period=${period}`}>回到统计</Link>
        <PeriodSelect
          period={period}
          months={statistics.data.months.map(({ id }) => id)}
          withAll={false}
          onChange={setPeriod}
        />
        <Tools report={report} />
      </div>
      <Sheet report={report} />
    </div>
  );
}

function Tools({ report }: { report: Report }) {
  const [isMaking, setMaking] = useState(false);
  const save = async (): Promise<void> => {
    setMaking(true);
    try {
      const { reportBlob } = await import('@shared/report/report-docx');
      saveFile(await reportBlob(report), `${report.title}.docx`);
    } finally {
      setMaking(false);
    }
  };
  return (
    <div className="report-tools__buttons">
      <Button variant="outline" loading={isMaking} onClick={() => void save()}>
        存成 Word
      </Button>
      <Button theme="primary" onClick={() => window.print()}>
        打印
      </Button>
    </div>
  );
}

function Sheet({ report }: { report: Report }) {
  return (
    <article className="report" aria-labelledby="report-title">
      <h1 id="report-title">{report.title}</h1>
      <p className="report__definition">{report.definition}</p>
      {report.sentences.map((sentence) => (
        <p key={sentence} className="report__sentence">
          {sentence}
        </p>
      ))}
      <h2>一、主要数字</h2>
      <Figures report={report} />
      <h2>二、超期和热点</h2>
      <p>
        <Lines lines={report.late} />。
      </p>
      <p>
        {report.issues.length > 0 ? (
          <>
            热点：
            <Lines lines={report.issues} />。
          </>
        ) : (
          '眼下没有热点。'
        )}
      </p>
      <h2>三、说得最多的和协商</h2>
      <p>
        {report.categories.length > 0 ? <Lines lines={report.categories} /> : '本期没有'}。{report.sessions}
      </p>
      <h2>四、各乡镇收到（按县里的次序，不排名）</h2>
      <p className="report__small">{report.townships || '本期没有'}。</p>
      <footer className="report__foot">
        <p>{report.organ}</p>
        <p>{report.date}</p>
      </footer>
    </article>
  );
}

function Figures({ report }: { report: Report }) {
  return (
    <div className="report__scroll" tabIndex={0} role="region" aria-label="主要数字">
      <table>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">本期</th>
            <th scope="col">占比（分母）</th>
            <th scope="col">上期（{report.earlierName}）</th>
            <th scope="col">增减</th>
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td>
                <Value row={row} />
              </td>
              <td>{row.share}</td>
              <td>{row.earlier}</td>
              <td>{row.change}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Value({ row }: { row: ReportRow }) {
  if (row.filter === null) return <>{row.value}</>;
  return (
    <Link to={queueAddress(row.filter)} aria-label={`${row.label} ${row.value}，打开名单`}>
      {row.value}
    </Link>
  );
}

function Lines({ lines }: { lines: readonly ReportLine[] }) {
  return (
    <>
      {lines.map(({ text, count, filter }, index) => (
        <span key={text}>
          {index > 0 ? '，' : ''}
          {text}{' '}
          <Link to={queueAddress(filter)} aria-label={`${text} ${count} 条，打开名单`}>
            {count}
          </Link>{' '}
          条
        </span>
      ))}
    </>
  );
}
