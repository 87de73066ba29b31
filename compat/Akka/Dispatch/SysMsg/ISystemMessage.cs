namespace Akka.Dispatch.SysMsg;

/// <summary>A message that one cell sends another about its life; it overtakes all others.</summary>
public interface ISystemMessage : Akka.Actor.INoSerializationVerificationNeeded;
