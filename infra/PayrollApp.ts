import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Bundles } from './bundle.ts';
import type { DashboardDomain } from './DashboardSite.ts';
import { PayrollStack } from './PayrollStack.ts';

export interface PayrollAppProps {
  /** The folder of `cdk.json` and of all sources. */
  readonly root: string;
  readonly bundles: Bundles;
  /** The built dashboard. */
  readonly dashboardDirectory: string;
  /** Where the cloud assembly goes. */
  readonly outdir: string;
  /** Whether the template is also checked against CloudFormation's resource schemas. */
  readonly checkedByCloudFormation: boolean;
}

/**
 * The CDK app: one stack, checked by cdk-nag, whose findings make `synth()` throw. The context of `cdk.json` is read
 * here, so that the template is the same with and without the CDK command line. `-c stage=production` closes
 * introspection; `-c dashboardDomain=…` and `-c dashboardCertificate=…` give the dashboard a name of the company's own.
 */
export class PayrollApp extends App {
  constructor({ root, bundles, dashboardDirectory, outdir, checkedByCloudFormation }: PayrollAppProps) {
    const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as {
      context: Record<string, unknown>;
    };
    super({ outdir, context, analyticsReporting: false, builtinCloudFormationValidation: checkedByCloudFormation });
    Validations.of(this).addPlugins(new AwsSolutionsChecks(this));
    new PayrollStack(this, 'Payroll', {
      root,
      bundles,
      dashboardDirectory,
      introspectionEnabled: this.node.tryGetContext('stage') !== 'production',
      dashboardDomain: this.#dashboardDomain(),
    });
  }

  #dashboardDomain(): DashboardDomain | undefined {
    const name = this.node.tryGetContext('dashboardDomain') as string | undefined;
    const certificateArn = this.node.tryGetContext('dashboardCertificate') as string | undefined;
    if (!name && !certificateArn) return undefined;
    if (!name || !certificateArn)
      throw new Error('dashboardDomain and dashboardCertificate (its ARN in us-east-1) come together, or neither.');
    return { name, certificateArn };
  }
}
