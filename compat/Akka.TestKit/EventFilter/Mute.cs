using System.Collections.Generic;
using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>To the test listener: these filters count and take events from now on.</summary>
internal sealed record Mute(IReadOnlyCollection<EventFilterBase> Filters) : INoSerializationVerificationNeeded;

internal sealed record Unmute(IReadOnlyCollection<EventFilterBase> Filters) : INoSerializationVerificationNeeded;
