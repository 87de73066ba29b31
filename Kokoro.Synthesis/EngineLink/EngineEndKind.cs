namespace Kokoro.Synthesis.EngineLink;

public enum EngineEndKind
{
    /// <summary>An exit code of its own, or a signal that a process raises by what it does (abort, bad memory access).</summary>
    EndedItself,

    /// <summary>By this program, see <see cref="EngineEnd.Cause"/>.</summary>
    KilledByUs,

    /// <summary>SIGKILL or SIGTERM from someone else: a person, the memory manager of the kernel.</summary>
    KilledFromOutside,
}
