using FlowBuilder.Runtime.Templates;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Reviews;

public sealed class Words_of_an_email
{
    private const string Design =
        "<html><head><style>p { color: red }</style></head><body><!-- note --><table><tr><td> <p>Hello Ann &amp; "
            + "Bob,</p></td></tr></table><p>Read <a href=\"https://x.example/?a=1\">more</a>.</p></body></html>";

    [Fact]
    public void Are_read_without_the_design() => MessageWords.Of(Design).ShouldBe(["Hello Ann & Bob,", "Read", "more", "."]);

    [Fact]
    public void Are_put_back_into_it_and_nothing_else_moves()
    {
        MessageWords.Put(Design, MessageWords.Of(Design)).ShouldBe(Design);
        MessageWords
            .Put(Design, ["Hi", "Read", "less", "."])
            .ShouldBe(Design.Replace("Hello Ann &amp; Bob,", "Hi", StringComparison.Ordinal)
                .Replace("more", "less", StringComparison.Ordinal));
    }

    [Fact]
    public void Are_never_markup() =>
        MessageWords.Put("<p>Hello</p>", ["<script>alert(1)</script>"]).ShouldBe("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
}
