import 'graphiql/style.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { GraphiqlPage } from './GraphiqlPage.tsx';
import { readConfig } from './readConfig.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
const config = await readConfig();
createRoot(root).render(<GraphiqlPage config={config} />);
