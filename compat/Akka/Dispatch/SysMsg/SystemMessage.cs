namespace Akka.Dispatch.SysMsg;

/// <summary>A system message is its own list node, so that sending one allocates nothing else.</summary>
public abstract class SystemMessage : ISystemMessage
{
    internal SystemMessage Next { get; set; }
}
