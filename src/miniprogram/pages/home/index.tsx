import { Box } from '../../platform/elements';

function HomePage() {
  return <Box className="frame">直通</Box>;
}

export default HomePage;
