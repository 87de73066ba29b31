namespace Akka.Hosting;

/// <summary>Where new HOCON goes among what is there.</summary>
public enum HoconAddMode
{
    /// <summary>Behind it: it holds where nothing else does.</summary>
    Append,

    /// <summary>Before it.</summary>
    Prepend,
}
