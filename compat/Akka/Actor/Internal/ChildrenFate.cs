namespace Akka.Actor.Internal;

/// <summary>What the parent does once its dying children are dead.</summary>
internal enum ChildrenFate : byte
{
    /// <summary>No child is dying.</summary>
    None,

    /// <summary>Nothing: they were stopped one by one.</summary>
    UserRequest,

    /// <summary>Make a new instance in place of one that failed.</summary>
    Recreation,

    /// <summary>Make an instance, since there never was one.</summary>
    Creation,

    /// <summary>Die itself.</summary>
    Termination,
}
