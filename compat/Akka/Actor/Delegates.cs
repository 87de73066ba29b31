namespace Akka.Actor;

/// <returns>Whether the message was handled.</returns>
public delegate bool Receive(object message);

public delegate void UntypedReceive(object message);
