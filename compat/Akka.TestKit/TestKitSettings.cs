using System;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.TestKit;

/// <summary>Section akka.test of the configuration.</summary>
public class TestKitSettings : IExtension
{
    public TestKitSettings(Config config)
    {
        var section = config.GetConfig("akka.test").WithFallback(TestKitBase.DefaultConfig.GetConfig("akka.test"));
        DefaultTimeout = section.GetTimeSpan("default-timeout", allowInfinite: false);
        SingleExpectDefault = section.GetTimeSpan("single-expect-default", allowInfinite: false);
        TestEventFilterLeeway = section.GetTimeSpan("filter-leeway", allowInfinite: false);
        TestTimeFactor = section.GetDouble("timefactor");
    }

    public TimeSpan DefaultTimeout { get; }

    public TimeSpan SingleExpectDefault { get; }

    public TimeSpan TestEventFilterLeeway { get; }

    public double TestTimeFactor { get; }
}
