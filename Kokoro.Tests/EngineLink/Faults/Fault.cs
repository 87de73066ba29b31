namespace Kokoro.Tests.EngineLink.Faults;

/// <summary>What a faulty engine does wrong.</summary>
public enum Fault
{
    /// <summary>Nothing: it answers what it was asked.</summary>
    None,

    /// <summary>Exits with code 7 before it connects.</summary>
    DiesAtStart,

    /// <summary>Connects and never says anything.</summary>
    SilentAtStart,

    /// <summary>Says what is missing, instead of a hello.</summary>
    RefusesAtStart,

    /// <summary>Greets with text, as a library that prints would.</summary>
    GreetsWithText,

    /// <summary>Greets in a later version of the protocol.</summary>
    GreetsInOtherVersion,

    /// <summary>Ends by SIGABRT inside the request.</summary>
    Aborts,

    /// <summary>Exits with code 7 inside the request.</summary>
    Exits,

    /// <summary>Sleeps in native code for ever; no managed code can reach that thread.</summary>
    SleepsInNativeCode,

    /// <summary>Uses the processor for ever.</summary>
    Burns,

    /// <summary>Answers with a frame of 4 GB.</summary>
    AnswersTooLong,

    /// <summary>Answers with a kind that does not exist.</summary>
    AnswersUnknownKind,

    /// <summary>Answers another request than it was asked.</summary>
    AnswersOther,

    /// <summary>Gives up what nobody cancelled.</summary>
    AnswersCancelled,

    /// <summary>Announces 100 bytes, sends 3 and closes.</summary>
    AnswersHalf,

    /// <summary>Answers with bytes that are no phonemes.</summary>
    AnswersGarbage,

    /// <summary>Prints a thousand lines to standard output, then answers.</summary>
    Prints,

    /// <summary>Works until it is cancelled, and says so.</summary>
    WaitsForCancel,

    /// <summary>A speech engine whose durations do not fit its samples.</summary>
    SpeaksWrongLength,

    /// <summary>A speech engine that gives samples which are no numbers.</summary>
    SpeaksNaN,

    /// <summary>Answers with its environment.</summary>
    TellsEnvironment,
}
