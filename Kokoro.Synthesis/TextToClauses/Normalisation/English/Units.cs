namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>The signs of units. Sources: the SI brochure, IEC 80000-13 for bytes, and what recipes, sport and data sheets write.</summary>
internal static class Units
{
    /// <summary>The longest sign.</summary>
    public const int Longest = 6;

    /// <summary>Sign, singular, and the plural where it is not the singular with "s".</summary>
    private const string Signs =
        """
        km|kilometer
        m|meter
        cm|centimeter
        mm|millimeter
        µm|micrometer
        nm|nanometer
        mi|mile
        yd|yard
        yds|yard
        ft|foot|feet
        kg|kilogram
        g|gram
        mg|milligram
        µg|microgram
        mcg|microgram
        lb|pound
        lbs|pound
        oz|ounce
        l|liter
        L|liter
        ml|milliliter
        mL|milliliter
        cl|centiliter
        dl|deciliter
        gal|gallon
        qt|quart
        tsp|teaspoon
        tbsp|tablespoon
        Tbsp|tablespoon
        h|hour
        hr|hour
        hrs|hour
        min|minute
        mins|minute
        sec|second
        secs|second
        s|second
        wk|week
        wks|week
        yrs|year
        ms|millisecond
        µs|microsecond
        ns|nanosecond
        °C|degree celsius|degrees celsius
        °F|degree fahrenheit|degrees fahrenheit
        °|degree
        mph|mile per hour|miles per hour
        MPH|mile per hour|miles per hour
        kph|kilometer per hour|kilometers per hour
        km/h|kilometer per hour|kilometers per hour
        m/s|meter per second|meters per second
        m/s²|meter per second squared|meters per second squared
        km²|square kilometer
        m²|square meter
        cm²|square centimeter
        ft²|square foot|square feet
        m³|cubic meter
        cm³|cubic centimeter
        ha|hectare
        Hz|hertz|hertz
        kHz|kilohertz|kilohertz
        MHz|megahertz|megahertz
        GHz|gigahertz|gigahertz
        kB|kilobyte
        KB|kilobyte
        MB|megabyte
        GB|gigabyte
        TB|terabyte
        PB|petabyte
        KiB|kibibyte
        MiB|mebibyte
        GiB|gibibyte
        TiB|tebibyte
        kbps|kilobit per second|kilobits per second
        Mbps|megabit per second|megabits per second
        Gbps|gigabit per second|gigabits per second
        MB/s|megabyte per second|megabytes per second
        GB/s|gigabyte per second|gigabytes per second
        mg/L|milligram per liter|milligrams per liter
        g/L|gram per liter|grams per liter
        fps|frame per second|frames per second
        rpm|revolution per minute|revolutions per minute
        dpi|dot per inch|dots per inch
        bpm|beat per minute|beats per minute
        ppm|part per million|parts per million
        px|pixel
        W|watt
        kW|kilowatt
        MW|megawatt
        GW|gigawatt
        Wh|watt hour
        kWh|kilowatt hour
        MWh|megawatt hour
        mAh|milliamp hour
        mA|milliamp
        V|volt
        kV|kilovolt
        mV|millivolt
        dB|decibel
        kcal|kilocalorie
        cal|calorie
        kJ|kilojoule
        Pa|pascal
        hPa|hectopascal
        kPa|kilopascal
        psi|pound per square inch|pounds per square inch
        """;

    private static readonly WordTable<Unit> Table = new(Signs.Split('\n').Select(Parse));

    private static readonly Unit Stone = new("stone", "stone");

    private static readonly Unit Inch = new("inch", "inches");

    /// <summary>The unit with this sign.</summary>
    /// <param name="isTouching">Whether the number stands right before: "in" is a word after a space.</param>
    public static Unit? Find(ReadOnlySpan<char> sign, bool isTouching, Language language) => sign switch
    {
        // "21st" is an ordinal.
        "st" => language == Language.BritishEnglish && !isTouching ? Stone : null,
        "in" => isTouching ? Inch : null,
        _ => Table.Find(sign),
    };

    private static KeyValuePair<string, Unit> Parse(string row)
    {
        var columns = row.Trim().Split('|');
        return new(columns[0], new Unit(columns[1], columns.Length > 2 ? columns[2] : columns[1] + "s"));
    }
}
