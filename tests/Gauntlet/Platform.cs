using System.Runtime.Versioning;

// The sandbox, its probes and the browsers' name service are Linux's.
[assembly: SupportedOSPlatform("linux")]
