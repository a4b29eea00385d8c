/**
 * Resource types that change nothing on one machine, each with the reason. Everything else must be emulated, or is
 * refused.
 */
export const INERT_RESOURCES: Readonly<Record<string, string>> = {
  'AWS::CloudWatch::Alarm': 'Alarms watch metrics, and no metrics are kept.',
  'AWS::Logs::LogGroup': 'Functions log to the terminal.',
  'AWS::SNS::Topic': 'Only alarms publish to it, and it has no subscription.',
  'AWS::SNS::TopicPolicy': 'It belongs to such a topic.',
  'AWS::WAFv2::LoggingConfiguration': 'It only says where refused requests are written down.',
};
