namespace Akka.TestKit;

/// <summary>On a test class: Tell without a sender has none; the test actor does not stand in.</summary>
public interface INoImplicitSender;
