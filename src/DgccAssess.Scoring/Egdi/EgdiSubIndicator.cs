namespace DgccAssess.Scoring.Egdi;

/// <summary>A figure that goes into a component of the EGDI.</summary>
/// <param name="Code">The same in every language.</param>
/// <param name="Component">Into which it goes.</param>
/// <param name="From">First edition that has it.</param>
/// <param name="Until">Last edition that has it; null: it is still there.</param>
/// <param name="LessIsBetter">A price: the lower, the better.</param>
public sealed record EgdiSubIndicator(string Code, EgdiComponent Component, int From = 2018, int? Until = null, bool LessIsBetter = false)
{
    private const int LastOfFourInHci = 2022;

    /// <summary>All that the editions from 2018 know.</summary>
    public static IReadOnlyList<EgdiSubIndicator> All { get; } =
    [
        new("internet-users", EgdiComponent.Tii),
        new("mobile-subscriptions", EgdiComponent.Tii),
        new("active-mobile-broadband", EgdiComponent.Tii),
        new("fixed-broadband", EgdiComponent.Tii, Until: 2022),
        new("fixed-telephone", EgdiComponent.Tii, Until: 2018),
        new("broadband-affordability", EgdiComponent.Tii, From: 2024, LessIsBetter: true),
        new("adult-literacy", EgdiComponent.Hci),
        new("gross-enrolment", EgdiComponent.Hci),
        new("expected-schooling", EgdiComponent.Hci),
        new("mean-schooling", EgdiComponent.Hci),
        new("e-government-literacy", EgdiComponent.Hci, From: 2024),
        new("institutional-framework", EgdiComponent.Osi, From: 2022),
        new("content-provision", EgdiComponent.Osi, From: 2022),
        new("services-provision", EgdiComponent.Osi, From: 2022),
        new("technology", EgdiComponent.Osi, From: 2022),
        new("e-participation", EgdiComponent.Osi, From: 2022),
        new("online-services", EgdiComponent.Osi, Until: 2020),
    ];

    public static EgdiSubIndicator? Find(string code) => All.FirstOrDefault(s => s.Code == code);

    public bool IsIn(int edition) => edition >= From && (Until is null || edition <= Until);

    /// <summary>
    /// Its weight within the component (UN E-Government Survey, annex on methodology): TII is the plain mean of its figures, five of them in 2018 and four since 2020; HCI until 2022 is a
    /// third adult literacy and two ninths each of the other three. Null where the annex gives none that the product knows (HCI since 2024, the parts of OSI): then a person says it.
    /// </summary>
    public decimal? WeightIn(int edition) => !IsIn(edition) ? null : Component switch
    {
        EgdiComponent.Tii => 1m / All.Count(s => s.Component is EgdiComponent.Tii && s.IsIn(edition)),
        EgdiComponent.Hci when edition <= LastOfFourInHci => Code == "adult-literacy" ? 1m / 3 : 2m / 9,
        _ => null,
    };
}

/// <summary>
/// What another value of a sub-indicator does to its component, by and large: weight x (n(national) - n(held)), where n(x) = (x - least) / (most - least), kept within 0 to 1, and
/// turned around where less is better. Least and most are those among all states. The survey standardises each figure (z-score) before it takes the mean and stretches the mean
/// over 0 to 1; that needs the figures of all states, which are not published, so this is an estimate and pages say so.
/// </summary>
/// <param name="Held">What the UN, the ITU or UNESCO holds.</param>
/// <param name="National">What the country's own statistics say.</param>
/// <param name="Least">The lowest value among the states.</param>
/// <param name="Most">The highest, or the survey's cut-off (120 per 100 inhabitants for subscriptions since 2020).</param>
/// <param name="Weight">Within the component, 0 to 1.</param>
public sealed record EgdiCorrection(decimal Held, decimal National, decimal Least, decimal Most, decimal Weight)
{
    public decimal ChangeOf(EgdiSubIndicator figure) => Weight * (Normal(National) - Normal(Held)) * (figure.LessIsBetter ? -1 : 1);

    private decimal Normal(decimal value) => Math.Clamp((value - Least) / (Most - Least), 0, 1);
}
