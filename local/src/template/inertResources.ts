/**
 * Resource types that change nothing on one machine, each with the reason. Everything else must be emulated, or is
 * refused.
 */
export const INERT_RESOURCES: Readonly<Record<string, string>> = {
  'AWS::CDK::Metadata': 'It only counts which constructs are used.',
  'AWS::CloudFront::Distribution': 'The gateway serves the dashboard itself.',
  'AWS::CloudFront::OriginAccessControl': 'It belongs to such a distribution.',
  'AWS::CloudFront::ResponseHeadersPolicy': 'The gateway sends headers of its own, as strict.',
  'AWS::CloudWatch::Alarm': 'Alarms watch metrics, and no metrics are kept.',
  'AWS::Lambda::LayerVersion': 'No function that runs here has layers.',
  'AWS::Logs::LogGroup': 'Functions log to the terminal.',
  'AWS::SNS::Topic': 'Only alarms publish to it, and it has no subscription.',
  'AWS::SNS::TopicPolicy': 'It belongs to such a topic.',
  'AWS::WAFv2::LoggingConfiguration': 'It only says where refused requests are written down.',
  'Custom::CDKBucketDeployment': 'It copies the files of the dashboard, which are served from where they were built.',
};
