using FlowBuilder.Core.Plans.Sentences;
using FlowBuilder.Testing.Approvals;

namespace FlowBuilder.Core.Tests.Plans;

public sealed class ApprovalTests
{
    private const string Rich = """
        t trigger estimate-sent
        u trigger visit-before lead=P1D
        both and {"all":[{"type":"has-tag","tag":"vip"},{"type":"consent","channel":"email"}]}
        any or {"any":[{"type":"has-tag","tag":"hot"}]}
        hello action email-customer template=hello
        i if {"any":[{"type":"has-tag","tag":"a"},{"type":"has-tag","tag":"b","not":true}]}
        x action add-tag tag=x
        y wait wait-for-event event=Form{SP}Submitted timeout=P7D
        z action add-tag tag=z
        late action add-tag tag=late
        s split [{"port":"a","weight":50},{"port":"b","weight":50}]
        end action notify to=owner text=done
        again wait wait-for duration=P3D
        sw1 stopWhen {"any":[{"type":"has-tag","tag":"stop"}]}
        sw2 stopWhen {"all":[{"type":"has-tag","tag":"halt"}]}
        tidy stopAction remove-tag tag=x
        tidy2 stopAction remove-tag tag=z
        n note
        """;

    private const string RichEdges =
        "t>both both>any any>hello u>any hello>i i:yes>x i:no>y x>s y:out>z y:timedOut>late z>s late>again again>i s:a>end sw1>tidy "
            + "tidy>tidy2 sw2>tidy2";

    [Fact]
    public void The_plan_of_the_contract_example() =>
        Drawn.Plans.Write(Drawn.Compiler.Compile(Drawn.Read(Drawn.Example)).Plan!, indented: true).ShouldBeApproved("ExamplePlan");

    [Fact]
    public void The_sentences_of_the_contract_example() =>
        SentenceView.ToText(SentenceView.Of(Drawn.Compiler.Compile(Drawn.Read(Drawn.Example)).Plan!)).ShouldBeApproved("ExampleSentences");

    [Fact]
    public void The_document_as_it_is_written() =>
        Drawn.Json.Write(Drawn.Read(Drawn.Example), indented: true).ShouldBeApproved("ExampleDocument");

    [Fact]
    public void The_sentences_of_a_sequence_with_everything()
    {
        var document = Drawn.Read(Drawn.Text(
            Rich, RichEdges, """{"reviewBeforeExecution":true,"maxPasses":3,"reEntry":{"policy":"afterDays","days":30}}""")
            .Replace("{SP}", " ", StringComparison.Ordinal));
        var compilation = Drawn.Compiler.Compile(document);
        compilation.Diagnostics.ShouldBeEmpty();
        SentenceView.ToText(SentenceView.Of(compilation.Plan!)).ShouldBeApproved("RichSentences");
    }
}
